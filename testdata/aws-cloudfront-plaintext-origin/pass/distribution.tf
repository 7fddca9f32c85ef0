resource "aws_s3_bucket" "leaflets" {
  bucket = "clinic-leaflets"
}

resource "aws_s3_bucket_website_configuration" "leaflets" {
  bucket = aws_s3_bucket.leaflets.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_cloudfront_distribution" "portal" {
  enabled = true
  origin {
    origin_id   = "portal"
    domain_name = "portal.clinic.example"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  origin {
    origin_id   = "as-the-viewer"
    domain_name = "api.clinic.example"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "match-viewer"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  origin {
    origin_id   = "leaflets"
    domain_name = aws_s3_bucket_website_configuration.leaflets.website_endpoint
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  origin {
    origin_id   = "files"
    domain_name = "clinic-files.s3.amazonaws.com"
  }
  default_cache_behavior {
    target_origin_id       = "portal"
    viewer_protocol_policy = "redirect-to-https"
  }
}
