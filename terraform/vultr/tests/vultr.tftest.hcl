mock_provider "vultr" {
  override_during = plan

  mock_data "vultr_os" {
    defaults = { id = "2625" }
  }

  mock_resource "vultr_instance" {
    defaults = {
      id          = "instance"
      main_ip     = "198.51.100.20"
      v6_main_ip  = "2001:db8:1200::20"
      internal_ip = "10.60.0.20"
    }
  }

  mock_resource "vultr_reserved_ip" {
    defaults = { id = "reserved", subnet = "198.51.100.10" }
  }

  mock_resource "vultr_firewall_group" {
    defaults = { id = "group" }
  }

  mock_resource "vultr_database" {
    defaults = { host = "parley.vultrdb.example.net", port = "16751", password = "made-by-vultr" }
  }
}

variables {
  domain         = "chat.example.org"
  region         = "fra"
  ssh_public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcDoLXtLbcLwWz9gr1G4zEZ5cWj1w8Vg1c4cTMhT5qe test"
  ssh_cidrs      = ["198.51.100.7/32"]
  dns_zone       = "example.org"
}

run "one_host_by_default" {
  command = plan

  assert {
    condition     = keys(vultr_instance.database) == ["chat"] && length(vultr_instance.host) == 0
    error_message = "By default there is one host, with the database."
  }

  assert {
    condition     = alltrue([for host in vultr_instance.database : host.backups == "enabled" && host.backups_schedule[0].type == "daily"])
    error_message = "The database's host has no snapshots."
  }

  assert {
    condition     = alltrue([for host in vultr_instance.database : host.enable_ipv6 && host.firewall_group_id == "group"])
    error_message = "The host has no IPv6 or no firewall."
  }

  assert {
    condition     = yamldecode(output.inventory).all.hosts.chat.ansible_host == "198.51.100.10"
    error_message = "Ansible has to use the address that stays."
  }
}

run "the_world_reaches_http_and_https_on_the_gateway_only" {
  command = plan

  assert {
    condition     = toset([for rule in vultr_firewall_rule.public : rule.port if rule.subnet_size == 0]) == toset(["80", "443"])
    error_message = "Something else than 80 and 443 is open to the world."
  }

  assert {
    condition     = length([for name, rule in vultr_firewall_rule.public : rule if startswith(name, "inside-") && rule.port != "22"]) == 0
    error_message = "A host inside is reachable from outside."
  }

  assert {
    condition     = length([for rule in vultr_firewall_rule.public : rule if rule.port == "22" && rule.subnet == "198.51.100.7" && rule.subnet_size == 32]) == 2
    error_message = "The administrator cannot sign in."
  }

  assert {
    condition     = toset([for rule in vultr_firewall_rule.public : rule.ip_type if rule.port == "443"]) == toset(["v4", "v6"])
    error_message = "HTTPS is not reachable by IPv4 and IPv6."
  }

  assert {
    condition     = alltrue([for rule in vultr_firewall_rule.public : !strcontains(rule.port, ":")])
    error_message = "A rule opens a range of ports."
  }
}

run "the_name_leads_to_the_gateway" {
  command = plan

  assert {
    condition     = vultr_dns_record.ipv4["chat"].data == "198.51.100.10" && vultr_dns_record.ipv4["chat"].name == "chat"
    error_message = "The A record does not lead to the address that stays."
  }

  assert {
    condition     = vultr_dns_record.ipv6["chat"].data == "2001:db8:1200::20"
    error_message = "The AAAA record does not lead to the gateway."
  }

  assert {
    condition     = vultr_dns_record.certificate_authorities["letsencrypt.org"].data == "0 issue \"letsencrypt.org\""
    error_message = "Anybody may issue certificates for the name."
  }
}

run "the_zone_itself_may_be_the_chat" {
  command = plan

  variables {
    domain = "example.org"
  }

  assert {
    condition     = vultr_dns_record.ipv4["chat"].name == ""
    error_message = "The name inside the zone is wrong."
  }
}

run "a_domain_outside_of_the_zone_is_refused" {
  command = plan

  variables {
    domain = "chat.example.com"
  }

  expect_failures = [vultr_dns_record.ipv4]
}

run "without_a_zone_there_are_no_records" {
  command = plan

  variables {
    dns_zone = null
  }

  assert {
    condition     = length(vultr_dns_record.ipv4) + length(vultr_dns_record.ipv6) + length(vultr_dns_record.certificate_authorities) == 0
    error_message = "There are records although no zone was named."
  }
}

run "large_has_its_hosts_by_name" {
  command = plan

  variables {
    hosts = {
      edge = { roles = ["gateway", "monitoring"] }
      app1 = { roles = ["app"] }
      app2 = { roles = ["app"] }
      data = { roles = ["db", "redis"], plan = "vhp-4c-8gb-amd" }
    }
  }

  assert {
    condition     = keys(vultr_instance.host) == ["app1", "app2", "edge"] && keys(vultr_instance.database) == ["data"]
    error_message = "The hosts are wrong."
  }

  assert {
    condition     = keys(vultr_reserved_ip.gateway) == ["edge"]
    error_message = "Only gateways need an address that stays."
  }
}

run "removing_one_host_leaves_the_others" {
  command = plan

  variables {
    hosts = {
      edge = { roles = ["gateway", "monitoring"] }
      app2 = { roles = ["app"] }
      data = { roles = ["db", "redis"], plan = "vhp-4c-8gb-amd" }
    }
  }

  assert {
    condition     = keys(vultr_instance.host) == ["app2", "edge"]
    error_message = "Hosts are not known by their names."
  }
}

run "a_managed_database_trusts_the_private_network_only" {
  command = plan

  variables {
    hosts            = { chat = { roles = ["gateway", "app"] } }
    managed_database = {}
    backup_bucket    = { cluster_id = 9 }
  }

  assert {
    condition     = vultr_database.managed[0].trusted_ips == toset(["10.60.0.0/24"])
    error_message = "The managed database trusts others."
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_database_endpoint == "parley.vultrdb.example.net:16751"
    error_message = "Ansible does not know the database."
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_backup_bucket == "s3://parley-backup"
    error_message = "Ansible does not know where backups go."
  }
}

run "ssh_for_the_world_is_refused" {
  command = plan
  variables {
    ssh_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.ssh_cidrs]
}

run "an_unknown_kind_of_plan_is_refused" {
  command = plan
  variables {
    hosts = { chat = { roles = ["gateway", "app", "db"], plan = "large" } }
  }
  expect_failures = [var.hosts]
}

run "a_ttl_of_a_day_is_refused" {
  command = plan
  variables {
    dns_ttl = 86400
  }
  expect_failures = [var.dns_ttl]
}
