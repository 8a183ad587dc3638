# Vultr makes the password; it stands in Terraform's state, so the state is a secret.
resource "vultr_database" "managed" {
  count = var.managed_database == null ? 0 : 1

  label                     = var.name
  region                    = var.region
  plan                      = var.managed_database.plan
  database_engine           = "mysql"
  database_engine_version   = "8"
  vpc_id                    = vultr_vpc.parley.id
  trusted_ips               = [var.vpc_cidr]
  mysql_require_primary_key = true

  lifecycle {
    prevent_destroy = true
  }
}
