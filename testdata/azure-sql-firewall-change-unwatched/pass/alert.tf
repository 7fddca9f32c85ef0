variable "sql_password" {}

resource "azurerm_mssql_server" "ehr" {
  name                         = "clinic-ehr"
  resource_group_name          = "clinic"
  location                     = "eastus2"
  version                      = "12.0"
  administrator_login          = "clinicadmin"
  administrator_login_password = var.sql_password
}

resource "azurerm_monitor_activity_log_alert" "change" {
  name                = "change"
  resource_group_name = "clinic"
  location            = "global"
  scopes              = ["/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Sql/servers/firewallRules/write"
  }
}
