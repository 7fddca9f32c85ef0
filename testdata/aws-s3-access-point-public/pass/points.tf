resource "aws_s3_access_point" "research" {
  bucket = "clinic-records"
  name   = "research"
}
