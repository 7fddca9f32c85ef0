variable "ledger" {}

resource "azurerm_mssql_database" "consents" {
  name           = "consents"
  server_id      = azurerm_mssql_server.ehr.id
  ledger_enabled = var.ledger # expect: open
}
