resource "aws_elb" "clinic" { # expect: fail
  name = "clinic"
}
