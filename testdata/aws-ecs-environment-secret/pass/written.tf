resource "aws_secretsmanager_secret" "database" {
  name = "clinic/database"
}

resource "aws_ecs_task_definition" "portal" {
  family = "portal"

  container_definitions = jsonencode([{
    name  = "portal"
    image = "clinic/portal:1.4"
    environment = [
      { name = "DB_HOST", value = "records.internal" },
      { name = "DB_SECRET", value = "clinic/database" },
      { name = "API_TOKEN", value = aws_secretsmanager_secret.database.arn },
      { name = "PASSWORD_MIN_LENGTH", value = "12" },
    ]
    secrets = [
      { name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn },
    ]
  }])
}
