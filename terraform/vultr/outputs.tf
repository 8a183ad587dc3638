output "inventory" {
  description = "For Ansible: terraform output -raw inventory > hosts.yml"
  value       = module.inventory.inventory
}

output "addresses" {
  description = "Where the name of the chat has to lead."
  value = {
    ipv4 = [for name in keys(local.gateway_hosts) : vultr_reserved_ip.gateway[name].subnet]
    ipv6 = [for name in keys(local.gateway_hosts) : local.all_hosts[name].v6_main_ip]
  }
}

output "database_password" {
  description = "The password of the managed database, for Ansible's vault."
  value       = var.managed_database == null ? null : vultr_database.managed[0].password
  sensitive   = true
}
