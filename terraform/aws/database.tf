resource "aws_db_subnet_group" "managed" {
  count = var.managed_database == null ? 0 : 1

  name       = var.name
  subnet_ids = aws_subnet.public[*].id
}

resource "aws_db_parameter_group" "managed" {
  count = var.managed_database == null ? 0 : 1

  name   = var.name
  family = "mysql8.0"

  parameter {
    name  = "character_set_server"
    value = "utf8mb4"
  }

  parameter {
    name  = "collation_server"
    value = "utf8mb4_0900_ai_ci"
  }

  parameter {
    name  = "require_secure_transport"
    value = "1"
  }
}

# AWS makes the password and keeps it in Secrets Manager; it is never in Terraform's state.
resource "aws_db_instance" "managed" {
  count = var.managed_database == null ? 0 : 1

  identifier                          = var.name
  engine                              = "mysql"
  engine_version                      = "8.0"
  instance_class                      = var.managed_database.class
  allocated_storage                   = var.managed_database.storage_gb
  max_allocated_storage               = var.managed_database.storage_gb * 10
  storage_type                        = "gp3"
  storage_encrypted                   = true
  multi_az                            = var.managed_database.multi_az
  db_name                             = "parley"
  username                            = "parley"
  manage_master_user_password         = true
  db_subnet_group_name                = aws_db_subnet_group.managed[0].name
  parameter_group_name                = aws_db_parameter_group.managed[0].name
  vpc_security_group_ids              = [aws_security_group.role["db"].id]
  publicly_accessible                 = false
  backup_retention_period             = 14
  copy_tags_to_snapshot               = true
  deletion_protection                 = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "${var.name}-final"
  auto_minor_version_upgrade          = true
  iam_database_authentication_enabled = false

  lifecycle {
    prevent_destroy = true
  }
}
