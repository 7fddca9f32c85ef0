resource "aws_elastic_beanstalk_environment" "clinic" { # expect: fail
  name        = "portal"
  application = "portal"
}
