resource "aws_ecs_service" "clinic" {
  name        = "portal"
  launch_type = "FARGATE"
}
