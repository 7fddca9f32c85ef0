variable "sql_password" {}

variable "dba" {}

variable "entra_only" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password

  azuread_administrator {
    login_username              = "dba"
    object_id                   = var.dba
    azuread_authentication_only = var.entra_only # expect: open
  }
}
