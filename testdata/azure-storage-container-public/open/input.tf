variable "access" {}

resource "azurerm_storage_container" "scans" {
  name                  = "scans"
  storage_account_id    = azurerm_storage_account.records.id
  container_access_type = var.access # expect: open
}
