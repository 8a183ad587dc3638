output "inventory" {
  description = "Ansible's inventory, as YAML."
  value       = yamlencode(local.inventory)
  depends_on  = [terraform_data.checks]
}
