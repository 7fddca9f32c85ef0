resource "aws_lb" "clinic" {
  name               = "clinic"
  load_balancer_type = "application"
  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}

resource "aws_lb" "dicom" {
  name               = "dicom"
  load_balancer_type = "network"
}
