resource "vultr_vpc" "parley" {
  description    = var.name
  region         = var.region
  v4_subnet      = split("/", var.vpc_cidr)[0]
  v4_subnet_mask = tonumber(split("/", var.vpc_cidr)[1])
}

# Vultr's firewall filters what comes from the internet. Between the hosts, Ansible's firewall role does.
resource "vultr_firewall_group" "role" {
  for_each = toset(["gateway", "inside"])

  description = "${var.name}-${each.key}"
}

locals {
  public_rules = merge([
    for group in ["gateway", "inside"] : {
      for name, rule in module.rules.public : "${group}-${name}" => merge(rule, { group = group })
      if group == "gateway" || rule.port == 22
    }
  ]...)
}

resource "vultr_firewall_rule" "public" {
  for_each = local.public_rules

  firewall_group_id = vultr_firewall_group.role[each.value.group].id
  protocol          = each.value.protocol
  ip_type           = each.value.family
  subnet            = split("/", each.value.cidr)[0]
  subnet_size       = tonumber(split("/", each.value.cidr)[1])
  port              = tostring(each.value.port)
  notes             = each.value.why
}
