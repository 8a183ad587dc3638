# The bucket in it, "<name>-backup", and its keys are made by hand: docs/deploy/vultr.md.
resource "vultr_object_storage" "backup" {
  count = var.backup_bucket == null ? 0 : 1

  cluster_id = var.backup_bucket.cluster_id
  tier_id    = var.backup_bucket.tier_id
  label      = "${var.name}-backup"

  lifecycle {
    prevent_destroy = true
  }
}
