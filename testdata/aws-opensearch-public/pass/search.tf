variable "subnets" { type = list(string) }

resource "aws_opensearch_domain" "notes" {
  domain_name = "notes"
  vpc_options {
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}
