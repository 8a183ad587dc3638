resource "aws_s3_bucket" "backup" {
  count = var.backup_bucket ? 1 : 0

  bucket_prefix = "${var.name}-backup-"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "backup" {
  count = var.backup_bucket ? 1 : 0

  bucket                  = aws_s3_bucket.backup[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Somebody who takes over the database's host can write backups but not erase old ones.
resource "aws_s3_bucket_versioning" "backup" {
  count = var.backup_bucket ? 1 : 0

  bucket = aws_s3_bucket.backup[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "backup" {
  count = var.backup_bucket ? 1 : 0

  bucket = aws_s3_bucket.backup[0].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "backup" {
  count = var.backup_bucket ? 1 : 0

  bucket = aws_s3_bucket.backup[0].id

  rule {
    id     = "keep-90-days"
    status = "Enabled"

    filter {}

    expiration {
      days = 90
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "aws_iam_role" "backup" {
  count = var.backup_bucket ? 1 : 0

  name = "${var.name}-backup"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "backup" {
  count = var.backup_bucket ? 1 : 0

  name = "write-backups"
  role = aws_iam_role.backup[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:PutObject", "s3:GetObject"], Resource = "${aws_s3_bucket.backup[0].arn}/*" },
      { Effect = "Allow", Action = ["s3:ListBucket"], Resource = aws_s3_bucket.backup[0].arn },
    ]
  })
}

resource "aws_iam_instance_profile" "backup" {
  count = var.backup_bucket ? 1 : 0

  name = "${var.name}-backup"
  role = aws_iam_role.backup[0].name
}
