mock_provider "aws" {
  override_during = plan

  mock_data "aws_ami" {
    defaults = { id = "ami-0123456789abcdef0" }
  }

  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-central-1a", "eu-central-1b"] }
  }

  mock_resource "aws_vpc" {
    defaults = { id = "vpc-0123456789abcdef0", ipv6_cidr_block = "2001:db8:1200::/56" }
  }

  mock_resource "aws_instance" {
    defaults = {
      id             = "i-0123456789abcdef0"
      public_ip      = "198.51.100.20"
      private_ip     = "10.60.0.20"
      ipv6_addresses = ["2001:db8:1200::20"]
    }
  }

  mock_resource "aws_eip" {
    defaults = { id = "eipalloc-0123456789abcdef0", public_ip = "198.51.100.10" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { id = "parley-backup-1", bucket = "parley-backup-1", arn = "arn:aws:s3:::parley-backup-1" }
  }

  mock_resource "aws_db_instance" {
    defaults = {
      endpoint           = "parley.abc.eu-central-1.rds.amazonaws.com:3306"
      master_user_secret = [{ secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:x" }]
    }
  }
}

variables {
  domain         = "chat.example.org"
  region         = "eu-central-1"
  ssh_public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcDoLXtLbcLwWz9gr1G4zEZ5cWj1w8Vg1c4cTMhT5qe test"
  ssh_cidrs      = ["198.51.100.7/32"]
  dns_zone_id    = "Z0123456789ABCDEFGHIJ"
}

run "one_host_by_default" {
  command = plan

  assert {
    condition     = keys(aws_instance.database) == ["chat"] && length(aws_instance.host) == 0
    error_message = "By default there is one host, with the database."
  }

  assert {
    condition     = alltrue([for host in aws_instance.database : host.metadata_options[0].http_tokens == "required"])
    error_message = "A host takes version 1 of the metadata service."
  }

  assert {
    condition     = alltrue([for host in aws_instance.database : host.root_block_device[0].encrypted && host.disable_api_termination])
    error_message = "A host's disk is not encrypted, or it can be terminated by mistake."
  }

  assert {
    condition     = alltrue([for volume in aws_ebs_volume.data : volume.encrypted])
    error_message = "The data volume is not encrypted."
  }

  assert {
    condition     = yamldecode(output.inventory).all.hosts.chat.ansible_host == "198.51.100.10"
    error_message = "Ansible has to use the address that stays."
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_backup_bucket == "s3://parley-backup-1"
    error_message = "Ansible does not know where backups go."
  }
}

run "the_world_reaches_http_and_https_on_the_gateway_only" {
  command = plan

  assert {
    condition = toset([
      for rule in aws_vpc_security_group_ingress_rule.public : rule.from_port
      if rule.cidr_ipv4 == "0.0.0.0/0" || rule.cidr_ipv6 == "::/0"
    ]) == toset([80, 443])
    error_message = "Something else than 80 and 443 is open to the world."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.private : rule.cidr_ipv4 == "10.60.0.0/16" && rule.cidr_ipv6 == null])
    error_message = "A private port is reachable from elsewhere."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.public : rule.from_port == rule.to_port])
    error_message = "A rule opens a range of ports."
  }

  assert {
    condition     = length([for rule in aws_vpc_security_group_ingress_rule.public : rule if rule.from_port == 22 && rule.cidr_ipv4 == "198.51.100.7/32"]) == 1
    error_message = "The administrator cannot sign in."
  }
}

run "the_name_leads_to_the_gateway" {
  command = plan

  assert {
    condition     = aws_route53_record.ipv4[0].records == toset(["198.51.100.10"]) && aws_route53_record.ipv4[0].name == "chat.example.org"
    error_message = "The A record does not lead to the address that stays."
  }

  assert {
    condition     = aws_route53_record.ipv6[0].records == toset(["2001:db8:1200::20"])
    error_message = "The AAAA record does not lead to the gateway."
  }

  assert {
    condition     = aws_route53_record.certificate_authorities[0].records == toset(["0 issue \"letsencrypt.org\""])
    error_message = "Anybody may issue certificates for the name."
  }
}

run "without_a_zone_there_are_no_records" {
  command = plan

  variables {
    dns_zone_id = null
  }

  assert {
    condition     = length(aws_route53_record.ipv4) + length(aws_route53_record.ipv6) == 0
    error_message = "There are records although no zone was named."
  }
}

run "backups_are_private_and_kept" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.backup[0].block_public_acls,
      aws_s3_bucket_public_access_block.backup[0].block_public_policy,
      aws_s3_bucket_public_access_block.backup[0].ignore_public_acls,
      aws_s3_bucket_public_access_block.backup[0].restrict_public_buckets,
    ])
    error_message = "The bucket can be made public."
  }

  assert {
    condition     = aws_s3_bucket_versioning.backup[0].versioning_configuration[0].status == "Enabled"
    error_message = "A backup can be overwritten for good."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.backup[0].policy, "Delete")
    error_message = "The database's host may delete backups."
  }
}

run "large_has_its_hosts_by_name" {
  command = plan

  variables {
    hosts = {
      edge = { roles = ["gateway", "monitoring"] }
      app1 = { roles = ["app"], type = "c7i.large" }
      app2 = { roles = ["app"], type = "c7i.large" }
      data = { roles = ["db", "redis"], type = "r7i.large", data_disk_gb = 200 }
    }
  }

  assert {
    condition     = keys(aws_instance.host) == ["app1", "app2", "edge"] && keys(aws_instance.database) == ["data"]
    error_message = "The hosts are wrong."
  }

  assert {
    condition     = keys(aws_eip.gateway) == ["edge"]
    error_message = "Only gateways need an address that stays."
  }

  assert {
    condition     = aws_ebs_volume.data["data"].size == 200
    error_message = "The data volume has another size."
  }
}

run "removing_one_host_leaves_the_others" {
  command = plan

  variables {
    hosts = {
      edge = { roles = ["gateway", "monitoring"] }
      app2 = { roles = ["app"], type = "c7i.large" }
      data = { roles = ["db", "redis"], type = "r7i.large", data_disk_gb = 200 }
    }
  }

  assert {
    condition     = keys(aws_instance.host) == ["app2", "edge"]
    error_message = "Hosts are not known by their names."
  }
}

run "a_managed_database_is_closed_and_keeps_its_password_to_itself" {
  command = plan

  variables {
    hosts            = { chat = { roles = ["gateway", "app"] } }
    managed_database = {}
  }

  assert {
    condition     = aws_db_instance.managed[0].storage_encrypted && aws_db_instance.managed[0].deletion_protection && !aws_db_instance.managed[0].publicly_accessible
    error_message = "The managed database is not safe."
  }

  assert {
    condition     = aws_db_instance.managed[0].manage_master_user_password && aws_db_instance.managed[0].password == null
    error_message = "The password would be in Terraform's state."
  }

  assert {
    condition     = aws_db_instance.managed[0].backup_retention_period >= 7
    error_message = "The managed database keeps too few backups."
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_database_endpoint == "parley.abc.eu-central-1.rds.amazonaws.com:3306"
    error_message = "Ansible does not know the database."
  }
}

run "a_short_disk_is_refused" {
  command = plan
  variables {
    hosts = { chat = { roles = ["gateway", "app", "db"], disk_gb = 5 } }
  }
  expect_failures = [var.hosts]
}

run "a_private_key_is_no_public_key" {
  command = plan
  variables {
    ssh_public_key = "-----BEGIN OPENSSH PRIVATE KEY-----"
  }
  expect_failures = [var.ssh_public_key]
}

run "a_ttl_of_a_day_is_refused" {
  command = plan
  variables {
    dns_ttl = 86400
  }
  expect_failures = [var.dns_ttl]
}

run "ssh_for_the_world_is_refused" {
  command = plan
  variables {
    ssh_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.ssh_cidrs]
}
