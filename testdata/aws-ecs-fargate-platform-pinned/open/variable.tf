variable "choice" { type = string }

resource "aws_ecs_service" "clinic" {
  name        = "portal"
  launch_type = "FARGATE"
  platform_version = var.choice # expect: open
}
