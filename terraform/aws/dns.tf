resource "aws_route53_record" "ipv4" {
  count = var.dns_zone_id == null ? 0 : 1

  zone_id = var.dns_zone_id
  name    = var.domain
  type    = "A"
  ttl     = var.dns_ttl
  records = [for name in keys(local.gateway_hosts) : aws_eip.gateway[name].public_ip]
}

resource "aws_route53_record" "ipv6" {
  count = var.dns_zone_id == null ? 0 : 1

  zone_id = var.dns_zone_id
  name    = var.domain
  type    = "AAAA"
  ttl     = var.dns_ttl
  records = [for name in keys(local.gateway_hosts) : local.all_hosts[name].ipv6_addresses[0]]
}

resource "aws_route53_record" "certificate_authorities" {
  count = var.dns_zone_id == null ? 0 : 1

  zone_id = var.dns_zone_id
  name    = var.domain
  type    = "CAA"
  ttl     = var.dns_ttl
  records = [for authority in sort(var.certificate_authorities) : "0 issue \"${authority}\""]
}
