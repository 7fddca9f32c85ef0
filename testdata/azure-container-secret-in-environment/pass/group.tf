variable "db_password" {}

resource "azurerm_container_group" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  os_type             = "Linux"

  container {
    name   = "intake"
    image  = "clinicimages.azurecr.io/intake:1.4.2"
    cpu    = 1
    memory = 2

    environment_variables = {
      REGION = "eastus2"
    }

    secure_environment_variables = {
      DB_PASSWORD = var.db_password
    }
  }
}
