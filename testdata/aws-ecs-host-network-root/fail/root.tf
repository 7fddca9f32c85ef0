resource "aws_ecs_task_definition" "clinic" {
  family = "portal"
  network_mode = "host"
  container_definitions = jsonencode([{
    name  = "portal"
    image = "portal:3"
    user  = "root" # expect: fail
  }])
}
