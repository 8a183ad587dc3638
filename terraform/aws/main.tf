locals {
  all_hosts     = merge(aws_instance.host, aws_instance.database)
  gateway_hosts = { for name, host in var.hosts : name => host if contains(host.roles, "gateway") }
  db_hosts      = { for name, host in var.hosts : name => host if contains(host.roles, "db") }
  other_hosts   = { for name, host in var.hosts : name => host if !contains(host.roles, "db") }
  user_data     = "#cloud-config\npackage_update: true\npackages: [python3]\n"
}

module "rules" {
  source       = "../modules/rules"
  ssh_cidrs    = var.ssh_cidrs
  private_cidr = var.vpc_cidr
}

data "aws_ami" "debian" {
  most_recent = true
  # Debian's own account.
  owners = ["136693071363"]

  filter {
    name   = "name"
    values = ["debian-13-amd64-*"]
  }

  filter {
    name   = "virtualization-type"
    values = ["hvm"]
  }
}

resource "aws_key_pair" "first_administrator" {
  key_name   = var.name
  public_key = var.ssh_public_key
}

resource "aws_instance" "host" {
  for_each = local.other_hosts

  ami                     = data.aws_ami.debian.id
  instance_type           = each.value.type
  key_name                = aws_key_pair.first_administrator.key_name
  subnet_id               = aws_subnet.public[0].id
  vpc_security_group_ids  = [for role in concat(["all"], tolist(setintersection(each.value.roles, keys(aws_security_group.role)))) : aws_security_group.role[role].id]
  ipv6_address_count      = 1
  user_data               = local.user_data
  disable_api_termination = true

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_size = each.value.disk_gb
    volume_type = "gp3"
    encrypted   = true
  }

  tags = { Name = "${var.name}-${each.key}" }

  lifecycle {
    ignore_changes = [ami, user_data]
  }
}

# Like the others, but never replaced by a change of a variable.
resource "aws_instance" "database" {
  for_each = local.db_hosts

  ami                     = data.aws_ami.debian.id
  instance_type           = each.value.type
  key_name                = aws_key_pair.first_administrator.key_name
  subnet_id               = aws_subnet.public[0].id
  vpc_security_group_ids  = [for role in concat(["all"], tolist(setintersection(each.value.roles, keys(aws_security_group.role)))) : aws_security_group.role[role].id]
  ipv6_address_count      = 1
  user_data               = local.user_data
  disable_api_termination = true
  iam_instance_profile    = var.backup_bucket ? aws_iam_instance_profile.backup[0].name : null

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_size = each.value.disk_gb
    volume_type = "gp3"
    encrypted   = true
  }

  tags = { Name = "${var.name}-${each.key}" }

  lifecycle {
    ignore_changes  = [ami, user_data]
    prevent_destroy = true
  }
}

# Survives the host that it is attached to.
resource "aws_ebs_volume" "data" {
  for_each = local.db_hosts

  availability_zone = aws_subnet.public[0].availability_zone
  size              = each.value.data_disk_gb
  type              = "gp3"
  encrypted         = true
  tags              = { Name = "${var.name}-${each.key}-data" }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_volume_attachment" "data" {
  for_each = local.db_hosts

  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.data[each.key].id
  instance_id = aws_instance.database[each.key].id
}

# Addresses that stay when a gateway is made anew.
resource "aws_eip" "gateway" {
  for_each = local.gateway_hosts

  domain = "vpc"
  tags   = { Name = "${var.name}-${each.key}" }
}

resource "aws_eip_association" "gateway" {
  for_each = local.gateway_hosts

  allocation_id = aws_eip.gateway[each.key].id
  instance_id   = local.all_hosts[each.key].id
}

module "inventory" {
  source            = "../modules/inventory"
  domain            = var.domain
  ssh_user          = "admin"
  private_cidr      = var.vpc_cidr
  database_endpoint = var.managed_database == null ? null : aws_db_instance.managed[0].endpoint
  backup_bucket     = var.backup_bucket ? "s3://${aws_s3_bucket.backup[0].bucket}" : null

  hosts = {
    for name, host in var.hosts : name => {
      roles        = host.roles
      public_ipv4  = contains(host.roles, "gateway") ? aws_eip.gateway[name].public_ip : local.all_hosts[name].public_ip
      public_ipv6  = try(local.all_hosts[name].ipv6_addresses[0], null)
      private_ipv4 = local.all_hosts[name].private_ip
    }
  }
}
