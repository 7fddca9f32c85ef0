resource "azurerm_backup_policy_vm" "daily" {
  name                = "daily"
  resource_group_name = "clinic"
  recovery_vault_name = azurerm_recovery_services_vault.clinic.name

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_daily {
    count = 7 # expect: fail
  }
}
