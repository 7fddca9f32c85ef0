resource "aws_autoscaling_group" "portal" { # expect: fail
  name              = "portal"
  max_size          = 4
  min_size          = 2
  target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/1a2b3c4d"]
}

resource "aws_autoscaling_group" "api" {
  name              = "api"
  max_size          = 4
  min_size          = 2
  health_check_type = "EC2" # expect: fail
}

resource "aws_autoscaling_attachment" "api" {
  autoscaling_group_name = aws_autoscaling_group.api.name
  lb_target_group_arn    = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/1a2b3c4d"
}
