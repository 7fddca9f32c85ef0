resource "aws_elastic_beanstalk_environment" "clinic" {
  name        = "portal"
  application = "portal"

  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "basic" # expect: fail
  }
}
