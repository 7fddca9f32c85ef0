variable "days" {}

resource "azurerm_backup_policy_vm" "daily" {
  name                = "daily"
  resource_group_name = "clinic"
  recovery_vault_name = azurerm_recovery_services_vault.clinic.name

  retention_daily {
    count = var.days # expect: open
  }
}
