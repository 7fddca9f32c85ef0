variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
}

resource "azurerm_mssql_server_security_alert_policy" "ehr" {
  resource_group_name = "clinic"
  server_name         = azurerm_mssql_server.ehr.name
  state               = "Enabled"
  email_addresses     = ["security@clinic.example"]
}
