# The inventory that Ansible reads. It uses no provider, so it is applied for real in the tests, and its output is given to
# Ansible there.

locals {
  by_role = {
    for role in ["gateway", "app", "db", "redis", "monitoring"] :
    role => [for name, host in var.hosts : name if contains(host.roles, role)]
  }

  variables = merge(
    {
      parley_domain       = var.domain
      parley_private_cidr = var.private_cidr
      ansible_user        = var.ssh_user
    },
    var.database_endpoint == null ? {} : { parley_database_endpoint = var.database_endpoint },
    var.backup_bucket == null ? {} : { parley_backup_bucket = var.backup_bucket },
  )

  inventory = {
    all = {
      vars = local.variables
      hosts = {
        for name, host in var.hosts : name => merge(
          {
            ansible_host   = host.public_ipv4
            parley_address = host.private_ipv4
          },
          host.public_ipv6 == null ? {} : { parley_public_ipv6 = host.public_ipv6 },
        )
      }
      children = {
        for role, names in local.by_role : role => { hosts = { for name in names : name => {} } } if length(names) > 0
      }
    }
  }
}

# Fails before anything is set up with hosts that cannot work together.
resource "terraform_data" "checks" {
  input = local.by_role

  lifecycle {
    precondition {
      condition     = length(local.by_role.gateway) >= 1
      error_message = "One of the hosts needs the role gateway."
    }

    precondition {
      condition     = length(local.by_role.app) >= 1
      error_message = "One of the hosts needs the role app."
    }

    precondition {
      condition     = length(local.by_role.db) == (var.database_endpoint == null ? 1 : 0)
      error_message = "There is one database: a host with the role db, or a managed one."
    }

    precondition {
      condition     = length(local.by_role.app) == 1 || length(local.by_role.redis) == 1
      error_message = "Several app hosts meet on one host with the role redis."
    }
  }
}
