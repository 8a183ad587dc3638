output "inventory" {
  description = "For Ansible: terraform output -raw inventory > hosts.yml"
  value       = module.inventory.inventory
}

output "addresses" {
  description = "Where the name of the chat has to lead."
  value = {
    ipv4 = [for name in keys(local.gateway_hosts) : aws_eip.gateway[name].public_ip]
    ipv6 = flatten([for name in keys(local.gateway_hosts) : local.all_hosts[name].ipv6_addresses])
  }
}

output "database_password_secret" {
  description = "The secret in which AWS keeps the password of the managed database."
  value       = var.managed_database == null ? null : aws_db_instance.managed[0].master_user_secret[0].secret_arn
}
