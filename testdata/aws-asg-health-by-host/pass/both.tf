resource "aws_autoscaling_group" "portal" {
  name              = "portal"
  max_size          = 4
  min_size          = 2
  health_check_type = "ELB"
  target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/1a2b3c4d"]
}

resource "aws_autoscaling_group" "workers" {
  name     = "workers"
  max_size = 4
  min_size = 2
}
