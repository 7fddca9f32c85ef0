resource "aws_route53_zone" "clinic" { # expect: fail
  name = "clinic.example"
}
