resource "aws_ecs_task_definition" "portal" {
  family = "portal"

  container_definitions = jsonencode([{
    name                   = "portal"
    image                  = "clinic/portal:1.4"
    readonlyRootFilesystem = true
  }])
}
