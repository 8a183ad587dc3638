output "public" {
  description = "Rules for traffic from outside."
  value       = local.public
}

output "private" {
  description = "Rules for traffic between the hosts."
  value       = local.private
}
