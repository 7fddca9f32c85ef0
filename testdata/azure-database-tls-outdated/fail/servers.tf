variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
  minimum_tls_version          = "1.0" # expect: fail
}

resource "azurerm_cosmosdb_account" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"
  minimal_tls_version = "Tls11" # expect: fail
}

resource "azurerm_postgresql_server" "records" {
  name                             = "clinic-records"
  resource_group_name              = "clinic"
  location                         = "eastus2"
  version                          = "11"
  sku_name                         = "GP_Gen5_2"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_1" # expect: fail
}
