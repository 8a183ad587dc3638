data "aws_availability_zones" "available" {
  state = "available"
}

resource "aws_vpc" "parley" {
  cidr_block                       = var.vpc_cidr
  assign_generated_ipv6_cidr_block = true
  enable_dns_hostnames             = true
  tags                             = { Name = var.name }
}

resource "aws_internet_gateway" "parley" {
  vpc_id = aws_vpc.parley.id
  tags   = { Name = var.name }
}

# Two, because a managed database wants two zones.
resource "aws_subnet" "public" {
  count = 2

  vpc_id                  = aws_vpc.parley.id
  cidr_block              = cidrsubnet(var.vpc_cidr, 8, count.index)
  ipv6_cidr_block         = cidrsubnet(aws_vpc.parley.ipv6_cidr_block, 8, count.index)
  availability_zone       = data.aws_availability_zones.available.names[count.index]
  map_public_ip_on_launch = true
  tags                    = { Name = "${var.name}-${count.index}" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.parley.id
  tags   = { Name = var.name }
}

resource "aws_route" "ipv4" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.parley.id
}

resource "aws_route" "ipv6" {
  route_table_id              = aws_route_table.public.id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.parley.id
}

resource "aws_route_table_association" "public" {
  count = 2

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

# Whatever is attached to no other group gets this one, which lets nothing in.
resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.parley.id
}

resource "aws_security_group" "role" {
  for_each = toset(["all", "gateway", "app", "db", "redis"])

  name        = "${var.name}-${each.key}"
  description = "Parley: ${each.key}"
  vpc_id      = aws_vpc.parley.id
  tags        = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_security_group_ingress_rule" "public" {
  for_each = module.rules.public

  security_group_id = aws_security_group.role[each.value.port == 22 ? "all" : "gateway"].id
  description       = each.value.why
  ip_protocol       = each.value.protocol
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.family == "v4" ? each.value.cidr : null
  cidr_ipv6         = each.value.family == "v6" ? each.value.cidr : null
}

resource "aws_vpc_security_group_ingress_rule" "private" {
  for_each = module.rules.private

  security_group_id = aws_security_group.role[each.value.to].id
  description       = each.value.why
  ip_protocol       = each.value.protocol
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
}

resource "aws_vpc_security_group_egress_rule" "all" {
  for_each = { v4 = "0.0.0.0/0", v6 = "::/0" }

  security_group_id = aws_security_group.role["all"].id
  description       = "packages, certificates, mail"
  ip_protocol       = "-1"
  cidr_ipv4         = each.key == "v4" ? each.value : null
  cidr_ipv6         = each.key == "v6" ? each.value : null
}
