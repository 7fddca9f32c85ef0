variable "choice" { type = string }

resource "aws_elastic_beanstalk_environment" "clinic" {
  name        = "portal"
  application = "portal"

  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = var.choice # expect: open
  }
}
