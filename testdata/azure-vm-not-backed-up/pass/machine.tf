resource "azurerm_linux_virtual_machine" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"
  size                = "Standard_D2s_v5"
  admin_username      = "clinicadmin"
}

resource "azurerm_backup_protected_vm" "ehr" {
  resource_group_name = "clinic"
  recovery_vault_name = azurerm_recovery_services_vault.clinic.name
  backup_policy_id    = azurerm_backup_policy_vm.daily.id
  source_vm_id        = azurerm_linux_virtual_machine.ehr.id
}
