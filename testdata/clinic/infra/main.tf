terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
  }
  backend "s3" {
    bucket = "clinic-terraform"
    key    = "prod/terraform.tfstate"
    region = "us-east-1"
  }
}

provider "aws" {
  region = "us-east-1"
}

variable "database_password" {
  type      = string
  sensitive = true
}

resource "aws_kms_key" "records" {
  description         = "patient records"
  enable_key_rotation = false
}

resource "aws_db_instance" "records" {
  identifier              = "clinic-records"
  engine                  = "postgres"
  engine_version          = "14.9"
  instance_class          = "db.m6g.large"
  allocated_storage       = 100
  username                = "clinic"
  password                = var.database_password
  storage_encrypted       = false
  publicly_accessible     = true
  backup_retention_period = 0
  skip_final_snapshot     = true
  vpc_security_group_ids  = [aws_security_group.database.id]
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_acl" "records" {
  bucket = aws_s3_bucket.records.id
  acl    = "public-read"
}

resource "aws_s3_bucket" "audit" {
  bucket = "clinic-audit"
}

resource "aws_s3_bucket_public_access_block" "audit" {
  bucket                  = aws_s3_bucket.audit.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_ebs_volume" "imaging" {
  availability_zone = "us-east-1a"
  size              = 500
}

resource "aws_cloudtrail" "clinic" {
  name                       = "clinic"
  s3_bucket_name             = aws_s3_bucket.audit.id
  enable_log_file_validation = false
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/clinic/api"
  retention_in_days = 14
}

resource "aws_db_instance" "reports" {
  identifier              = "clinic-reports"
  engine                  = "mysql"
  engine_version          = "8.0.39"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 50
  username                = "reports"
  password                = "not-a-real-pw-7Q"
  storage_encrypted       = true
  backup_retention_period = 14
  multi_az                = true
}
