locals {
  all_hosts     = merge(vultr_instance.host, vultr_instance.database)
  gateway_hosts = { for name, host in var.hosts : name => host if contains(host.roles, "gateway") }
  db_hosts      = { for name, host in var.hosts : name => host if contains(host.roles, "db") }
  other_hosts   = { for name, host in var.hosts : name => host if !contains(host.roles, "db") }
}

module "rules" {
  source       = "../modules/rules"
  ssh_cidrs    = var.ssh_cidrs
  private_cidr = var.vpc_cidr
}

data "vultr_os" "debian" {
  filter {
    name   = "name"
    values = ["Debian 13 x64 (trixie)"]
  }
}

resource "vultr_ssh_key" "first_administrator" {
  name    = var.name
  ssh_key = var.ssh_public_key
}

resource "vultr_instance" "host" {
  for_each = local.other_hosts

  label             = "${var.name}-${each.key}"
  hostname          = each.key
  region            = var.region
  plan              = each.value.plan
  os_id             = data.vultr_os.debian.id
  ssh_key_ids       = [vultr_ssh_key.first_administrator.id]
  firewall_group_id = vultr_firewall_group.role[contains(each.value.roles, "gateway") ? "gateway" : "inside"].id
  vpc_ids           = [vultr_vpc.parley.id]
  enable_ipv6       = true
  activation_email  = false
  ddos_protection   = false
  backups           = "disabled"
  tags              = [var.name, "terraform"]

  lifecycle {
    # Vultr makes an instance anew when these change.
    ignore_changes = [os_id, ssh_key_ids, user_data]
  }
}

# Like the others, but with snapshots, and never replaced by a change of a variable.
resource "vultr_instance" "database" {
  for_each = local.db_hosts

  label             = "${var.name}-${each.key}"
  hostname          = each.key
  region            = var.region
  plan              = each.value.plan
  os_id             = data.vultr_os.debian.id
  ssh_key_ids       = [vultr_ssh_key.first_administrator.id]
  firewall_group_id = vultr_firewall_group.role[contains(each.value.roles, "gateway") ? "gateway" : "inside"].id
  vpc_ids           = [vultr_vpc.parley.id]
  enable_ipv6       = true
  activation_email  = false
  ddos_protection   = false
  backups           = "enabled"
  tags              = [var.name, "terraform"]

  backups_schedule {
    type = "daily"
    hour = 4
  }

  lifecycle {
    ignore_changes  = [os_id, ssh_key_ids, user_data]
    prevent_destroy = true
  }
}

# Addresses that stay when a gateway is made anew.
resource "vultr_reserved_ip" "gateway" {
  for_each = local.gateway_hosts

  label       = "${var.name}-${each.key}"
  region      = var.region
  ip_type     = "v4"
  instance_id = local.all_hosts[each.key].id
}

module "inventory" {
  source            = "../modules/inventory"
  domain            = var.domain
  ssh_user          = "root"
  private_cidr      = var.vpc_cidr
  database_endpoint = var.managed_database == null ? null : "${vultr_database.managed[0].host}:${vultr_database.managed[0].port}"
  backup_bucket     = var.backup_bucket == null ? null : "s3://${var.name}-backup"

  hosts = {
    for name, host in var.hosts : name => {
      roles        = host.roles
      public_ipv4  = contains(host.roles, "gateway") ? vultr_reserved_ip.gateway[name].subnet : local.all_hosts[name].main_ip
      public_ipv6  = local.all_hosts[name].v6_main_ip
      private_ipv4 = local.all_hosts[name].internal_ip
    }
  }
}
