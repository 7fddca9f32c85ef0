resource "aws_s3_access_point" "research" {
  bucket = "clinic-records"
  name   = "research"
  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = false # expect: fail
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}
