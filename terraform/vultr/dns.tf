locals {
  # The name inside the zone; empty for the zone itself.
  record_name = var.dns_zone == null ? "" : trimsuffix(trimsuffix(var.domain, var.dns_zone), ".")
}

resource "vultr_dns_record" "ipv4" {
  for_each = var.dns_zone == null ? {} : local.gateway_hosts

  domain = var.dns_zone
  name   = local.record_name
  type   = "A"
  data   = vultr_reserved_ip.gateway[each.key].subnet
  ttl    = var.dns_ttl

  lifecycle {
    precondition {
      condition     = endswith(var.domain, var.dns_zone)
      error_message = "The domain is not in the zone."
    }
  }
}

resource "vultr_dns_record" "ipv6" {
  for_each = var.dns_zone == null ? {} : local.gateway_hosts

  domain = var.dns_zone
  name   = local.record_name
  type   = "AAAA"
  data   = local.all_hosts[each.key].v6_main_ip
  ttl    = var.dns_ttl
}

resource "vultr_dns_record" "certificate_authorities" {
  for_each = var.dns_zone == null ? [] : var.certificate_authorities

  domain = var.dns_zone
  name   = local.record_name
  type   = "CAA"
  data   = "0 issue \"${each.value}\""
  ttl    = var.dns_ttl
}
