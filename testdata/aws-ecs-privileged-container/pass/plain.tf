resource "aws_ecs_task_definition" "clinic" {
  family = "portal"

  container_definitions = jsonencode([{
    name  = "portal"
    image = "portal:3"
    user  = "1000"
  }])
}

resource "aws_ecs_task_definition" "jobs" {
  family                = "jobs"
  container_definitions = "[{\"name\": \"jobs\", \"privileged\": false}]"
}
