variables {
  domain       = "chat.example.org"
  ssh_user     = "admin"
  private_cidr = "10.60.0.0/24"
  hosts = {
    chat = { roles = ["gateway", "app", "db"], public_ipv4 = "198.51.100.1", private_ipv4 = "10.60.0.4" }
  }
}

run "one_host_does_everything" {
  assert {
    condition     = toset(keys(yamldecode(output.inventory).all.children)) == toset(["gateway", "app", "db"])
    error_message = "The groups are wrong."
  }

  assert {
    condition     = yamldecode(output.inventory).all.hosts.chat == { ansible_host = "198.51.100.1", parley_address = "10.60.0.4" }
    error_message = "The host's addresses are wrong."
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_domain == "chat.example.org"
    error_message = "The domain is missing."
  }
}

run "several_hosts_share_the_work" {
  variables {
    hosts = {
      edge = { roles = ["gateway", "monitoring"], public_ipv4 = "198.51.100.1", public_ipv6 = "2001:db8::1", private_ipv4 = "10.60.0.4" }
      app1 = { roles = ["app"], public_ipv4 = "198.51.100.2", private_ipv4 = "10.60.0.5" }
      app2 = { roles = ["app"], public_ipv4 = "198.51.100.3", private_ipv4 = "10.60.0.6" }
      data = { roles = ["db", "redis"], public_ipv4 = "198.51.100.4", private_ipv4 = "10.60.0.7" }
    }
  }

  assert {
    condition     = keys(yamldecode(output.inventory).all.children.app.hosts) == ["app1", "app2"]
    error_message = "The app hosts are wrong."
  }

  assert {
    condition     = yamldecode(output.inventory).all.hosts.edge.parley_public_ipv6 == "2001:db8::1"
    error_message = "The IPv6 address is missing."
  }
}

run "a_managed_database_takes_the_place_of_a_host" {
  variables {
    hosts             = { chat = { roles = ["gateway", "app"], public_ipv4 = "198.51.100.1", private_ipv4 = "10.60.0.4" } }
    database_endpoint = "db.example.net:3306"
    backup_bucket     = "s3://parley-backup"
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_database_endpoint == "db.example.net:3306"
    error_message = "The endpoint is missing."
  }

  assert {
    condition     = yamldecode(output.inventory).all.vars.parley_backup_bucket == "s3://parley-backup"
    error_message = "The bucket is missing."
  }
}

run "nobody_takes_requests" {
  command = plan
  variables {
    hosts = { chat = { roles = ["app", "db"], public_ipv4 = "198.51.100.1", private_ipv4 = "10.60.0.4" } }
  }
  expect_failures = [terraform_data.checks]
}

run "nobody_answers_them" {
  command = plan
  variables {
    hosts = { chat = { roles = ["gateway", "db"], public_ipv4 = "198.51.100.1", private_ipv4 = "10.60.0.4" } }
  }
  expect_failures = [terraform_data.checks]
}

run "two_databases_are_one_too_many" {
  command = plan
  variables {
    database_endpoint = "db.example.net:3306"
  }
  expect_failures = [terraform_data.checks]
}

run "several_nodes_need_a_meeting_place" {
  command = plan
  variables {
    hosts = {
      app1 = { roles = ["gateway", "app", "db"], public_ipv4 = "198.51.100.2", private_ipv4 = "10.60.0.5" }
      app2 = { roles = ["app"], public_ipv4 = "198.51.100.3", private_ipv4 = "10.60.0.6" }
    }
  }
  expect_failures = [terraform_data.checks]
}

run "an_unknown_role_is_refused" {
  command = plan
  variables {
    hosts = { chat = { roles = ["gateway", "app", "db", "coffee"], public_ipv4 = "198.51.100.1", private_ipv4 = "10.60.0.4" } }
  }
  expect_failures = [var.hosts]
}

run "a_domain_that_is_none_is_refused" {
  command = plan
  variables {
    domain = "https://chat.example.org"
  }
  expect_failures = [var.domain]
}
