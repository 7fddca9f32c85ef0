variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password

  azuread_administrator {
    login_username              = "dba"
    object_id                   = "5c1e0a3e-0000-4000-8000-000000000001"
    azuread_authentication_only = true
  }
}
