variable "acl" { type = string }

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  acl    = var.acl # expect: open
}
