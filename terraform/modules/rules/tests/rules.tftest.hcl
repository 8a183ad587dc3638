variables {
  ssh_cidrs    = ["198.51.100.7/32", "2001:db8:7::/48"]
  private_cidr = "10.60.0.0/24"
}

run "only_http_and_https_are_open_to_everybody" {
  assert {
    condition     = toset([for rule in output.public : rule.port if contains(["0.0.0.0/0", "::/0"], rule.cidr)]) == toset([80, 443])
    error_message = "Something else than 80 and 443 is open to the world."
  }

  assert {
    condition     = length([for rule in output.public : rule if rule.family == "v6" && rule.port == 443]) == 1
    error_message = "HTTPS is not reachable by IPv6."
  }
}

run "ssh_is_open_to_the_administrators_only" {
  assert {
    condition     = toset([for rule in output.public : rule.cidr if rule.port == 22]) == toset(["198.51.100.7/32", "2001:db8:7::/48"])
    error_message = "SSH is open to others."
  }

  assert {
    condition     = [for rule in output.public : rule.family if rule.cidr == "2001:db8:7::/48"] == ["v6"]
    error_message = "The family of an IPv6 network is wrong."
  }
}

run "nobody_may_be_an_administrator" {
  variables {
    ssh_cidrs = []
  }

  assert {
    condition     = length([for rule in output.public : rule if rule.port == 22]) == 0
    error_message = "SSH is open although no network was named."
  }
}

run "what_is_private_stays_on_the_private_network" {
  assert {
    condition     = alltrue([for rule in output.private : rule.cidr == "10.60.0.0/24"])
    error_message = "A private port is reachable from elsewhere."
  }

  assert {
    condition     = length(setintersection([for rule in output.private : rule.port], [3306, 6379, 8000, 9000, 9100])) == 5
    error_message = "A private port has no rule."
  }

  assert {
    condition     = length(setintersection([for rule in output.public : rule.port], [3306, 6379, 8000, 8001, 9000, 9001, 9100])) == 0
    error_message = "A private port has a public rule."
  }
}

run "ssh_for_the_world_is_refused" {
  command = plan

  variables {
    ssh_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "ssh_for_the_world_by_ipv6_is_refused" {
  command = plan

  variables {
    ssh_cidrs = ["::/0"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "ssh_for_half_of_the_world_is_refused" {
  command = plan

  variables {
    ssh_cidrs = ["0.0.0.0/1", "128.0.0.0/1"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "a_network_that_is_none_is_refused" {
  command = plan

  variables {
    ssh_cidrs = ["300.1.1.1/24"]
  }

  expect_failures = [var.ssh_cidrs]
}

run "a_public_private_network_is_refused" {
  command = plan

  variables {
    private_cidr = "8.8.8.0/24"
  }

  expect_failures = [var.private_cidr]
}
