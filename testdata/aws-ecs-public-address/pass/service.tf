resource "aws_ecs_service" "portal" {
  name = "portal"
  network_configuration {
    subnets = ["subnet-0a1b2c3d"]
  }
}
