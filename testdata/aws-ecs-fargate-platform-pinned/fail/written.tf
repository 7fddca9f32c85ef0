resource "aws_ecs_service" "clinic" {
  name        = "portal"
  launch_type = "FARGATE"
  platform_version = "1.3.0" # expect: fail
}
