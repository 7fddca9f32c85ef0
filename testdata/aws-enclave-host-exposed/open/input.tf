variable "tokens" { type = string }

resource "aws_instance" "keys" {
  ami = "ami-0a1b2c3d"
  enclave_options {
    enabled = true
  }
  metadata_options {
    http_tokens = var.tokens # expect: open
  }
}
