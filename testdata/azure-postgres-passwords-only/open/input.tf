variable "sql_password" {}

variable "entra" {}

resource "azurerm_postgresql_flexible_server" "ehr" {
  name                   = "clinic-ehr"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password

  authentication {
    active_directory_auth_enabled = var.entra # expect: open
  }
}
